// Writes mandates.csv and collections.csv, the same ones at every run: node etc/demo/generate.mjs
// Rows that are wrong on purpose are listed in README.md beside this file; nothing else is.
import { writeFileSync } from 'node:fs';
import { countries } from './places.mjs';
import { iban } from './iban.mjs';

const ROWS = 200;

// mulberry32: small, seeded, the same on every machine.
function seeded(state) {
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { upTo: (max) => Math.floor(next() * (max + 1)), pick: (list) => list[Math.floor(next() * list.length)], chance: (p) => next() < p };
}

const random = seeded(20261122);
const pad = (value, width) => String(value).padStart(width, '0');

function mandate(index, country) {
  const firm = random.chance(0.18);
  const first = random.pick(country.first);
  const last = random.pick(country.last);
  const [bank, bic] = random.pick(country.banks);
  const [postalCode, town] = random.pick(country.towns);
  return {
    mandate_reference: `LEF-${pad(index + 1, 5)}`,
    scheme: firm ? 'B2B' : 'CORE',
    type: !firm && random.chance(0.05) ? 'OOFF' : 'RCUR',
    signature_date: `2026-${pad(1 + random.upTo(8), 2)}-${pad(1 + random.upTo(27), 2)}`,
    debtor_name: firm ? random.pick(country.firms) : `${first} ${last}`,
    iban: iban(country.code, bank, random.upTo),
    bic: random.chance(0.6) ? bic : '',
    street: random.pick(country.streets),
    building_number: String(1 + random.upTo(149)),
    postal_code: postalCode,
    town,
    country: country.code,
    email: `${firm ? 'compta' : `${first}.${last}`.toLowerCase()}.${index + 1}@example.org`,
    language: country.language,
  };
}

const remittance = { fr: 'Facture', nl: 'Factuur', de: 'Rechnung', es: 'Factura' };

function collection(index, { mandate_reference, scheme, language }) {
  const invoice = `FA-${10001 + index}`;
  const cents = scheme === 'B2B' ? 8000 + random.upTo(90000) : 1290 + random.upTo(9500);
  return {
    mandate_reference,
    amount: `${Math.floor(cents / 100)}.${pad(cents % 100, 2)}`,
    collection_date: '',
    end_to_end_id: `LEF-${invoice}`,
    invoice_number: invoice,
    remittance_information: `${remittance[language]} ${invoice}`,
  };
}

// Row numbers count data rows from 1; the header is line 1 of the file, so row 14 stands on line 15.
const wrongMandates = {
  14: (row) => { row.iban = row.iban.slice(0, 2) + pad((Number(row.iban.slice(2, 4)) % 97) + 2, 2) + row.iban.slice(4); },
  37: (row) => { row.iban = row.iban.slice(0, -1); },
  61: (row) => { row.signature_date = '2026-02-30'; },
  88: (row) => { row.debtor_name = ''; },
  112: (row) => { row.debtor_name = 'Caf\u00e9 \u2615 Lumi\u00e8re SARL'; },
  139: (row, rows) => { row.mandate_reference = rows[9].mandate_reference; },
  163: (row) => { row.debtor_name = '=HYPERLINK("http://example.org";"Martin")'; },
  187: (row) => { row.scheme = 'COR1'; },
};

const wrongCollections = {
  9: (row) => { row.mandate_reference = 'LEF-99999'; },
  33: (row) => { row.amount = '42.125'; },
  58: (row) => { row.collection_date = '2027-02-30'; },
  84: (row) => { row.amount = '0.00'; },
  107: (row, rows) => { row.end_to_end_id = rows[20].end_to_end_id; },
  131: (row) => { row.remittance_information = '=1+1'; },
  158: (row) => { row.collection_date = '2027-03-26'; },
  183: (row) => { row.remittance_information = 'Facture n\u00b0 10183 \u2192 12 croissants'; },
};

function csv(rows) {
  const cell = (value) => (/[;"\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const columns = Object.keys(rows[0]);
  return [columns, ...rows.map((row) => columns.map((column) => cell(row[column])))].map((cells) => cells.join(';')).join('\n') + '\n';
}

function spoil(rows, wrong) {
  for (const [number, change] of Object.entries(wrong)) change(rows[number - 1], rows);
  return rows;
}

const places = countries.flatMap((country) => Array(country.share).fill(country));
const mandates = places.map((_, index) => mandate(index, places[(index * 7) % ROWS]));
const usable = mandates.filter((_, index) => !(index + 1 in wrongMandates) || index + 1 === 112);
// Seven mandates cannot be imported, so the first seven are collected twice to fill the file.
const collections = Array.from({ length: ROWS }, (_, index) => collection(index, usable[index % usable.length]));

const write = (name, rows) => writeFileSync(new URL(name, import.meta.url), csv(rows));
write('mandates.csv', spoil(mandates, wrongMandates));
write('collections.csv', spoil(collections, wrongCollections));
