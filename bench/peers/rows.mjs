// The rows that every contender writes. Platform.Bench/SampleRows.cs makes the same ones.
const accounts = [
  ['DE89370400440532013000', 'COBADEFFXXX'], ['FR1420041010050500013M02606', 'PSSTFRPPPAR'], ['BE68539007547034', 'TRIOBEBB'],
  ['ES9121000418450200051332', 'CAIXESBBXXX'], ['NL91ABNA0417164300', 'ABNANL2A'], ['IT60X0542811101000000123456', 'BLOPIT22'],
  ['AT611904300234573201', 'OPSKATWW'], ['LU280019400644750000', 'BCEELULL'],
];

export const creditor = {
  messageId: 'BENCH-1', name: 'Boulangerie Lefevre SARL', iban: 'FR7630006000011234567890189', bic: 'AGRIFRPP', id: 'FR72ZZZ123456',
};

export function* rows(count) {
  for (let i = 0; i < count; i++) {
    const number = String(i + 1).padStart(6, '0');
    yield {
      cents: 1000 + (i % 9000),
      endToEndId: `E2E-${number}`,
      mandateId: `MANDATE-${number}`,
      signed: '2026-01-15',
      name: `Debtor ${number}`,
      iban: accounts[i % accounts.length][0],
      bic: accounts[i % accounts.length][1],
      remittance: `Invoice ${number}`,
    };
  }
}

// What the driver reads: seconds of the first file and of the median of seven more, and the largest resident set after the first.
export async function measure(generate) {
  const time = async () => {
    const start = performance.now();
    await generate();
    return (performance.now() - start) / 1000;
  };
  const first = await time();
  const peakKilobytes = process.resourceUsage().maxRSS;
  const again = [];
  for (let i = 0; i < 7; i++) again.push(await time());
  again.sort((a, b) => a - b);
  console.log(JSON.stringify({ first, again: again[3], peakKilobytes }));
}
