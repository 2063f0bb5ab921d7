// Draws the table that a data-p-chart names: rows along the axis, the columns marked data-p-series as bars of that tone. The table stays in
// the page, so nothing is told by the picture alone; without this script only the picture is missing.
import './lib/chart.umd.min.js';

const root = document.documentElement;
const money = new Intl.NumberFormat(root.lang, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
const charts = [];

// Colours are custom properties that follow the theme: only a computed style knows them.
const computed = (className, property) => {
  const probe = document.body.appendChild(Object.assign(document.createElement('span'), { className, hidden: true }));
  probe.style.color = `var(${property})`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
};

const series = table => [...table.querySelectorAll('thead th')].flatMap((th, column) => th.dataset.pSeries
  ? [{ label: th.textContent.trim(), tone: th.dataset.pSeries, data: [...table.tBodies[0].rows].map(row => Number(row.cells[column].dataset.pValue)) }]
  : []);

const paint = chart => {
  const [muted, line] = [computed('', '--p-muted'), computed('', '--tblr-border-color')];
  chart.data.datasets.forEach(set => { set.backgroundColor = computed(`p-tone-${set.tone}`, '--p-fg'); });
  Object.values(chart.options.scales).forEach(scale => { scale.ticks.color = muted; scale.grid.color = line; });
  chart.options.plugins.legend.labels.color = muted;
  chart.update();
};

const draw = place => {
  const table = document.querySelector(place.dataset.pChart);
  if (!table || place.childElementCount > 0) return;
  const canvas = place.appendChild(document.createElement('canvas'));
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', table.caption.textContent);
  const stacked = 'pStacked' in place.dataset;
  const chart = new Chart(canvas, {
    type: 'bar',
    data: { labels: [...table.tBodies[0].rows].map(row => row.cells[0].textContent.trim()), datasets: series(table) },
    options: {
      animation: false, maintainAspectRatio: false, maxBarThickness: 40,
      scales: { x: { stacked, ticks: {}, grid: { display: false } }, y: { stacked, beginAtZero: true, ticks: { precision: 0, callback: value => money.format(value) }, grid: {} } },
      plugins: { legend: { position: 'bottom', labels: { boxWidth: 12 } }, tooltip: { callbacks: { label: item => `${item.dataset.label}: ${money.format(item.raw)}` } } },
    },
  });
  charts.push(chart);
  paint(chart);
};

document.querySelectorAll('[data-p-chart]').forEach(draw);
new MutationObserver(() => charts.forEach(paint)).observe(root, { attributeFilter: ['data-bs-theme', 'data-p-theme'] });
