import { writeFileSync } from 'node:fs';
import SepaXML from 'sepa-xml';
import { creditor, measure, rows } from './rows.mjs';

const [count, file] = process.argv.slice(2);

await measure(() => {
  // The library knows no pain.008.001.08.
  const document = new SepaXML('pain.008.001.02');
  document.setHeaderInfo({ messageId: creditor.messageId, initiator: creditor.name });
  document.setPaymentInfo({
    when: new Date('2027-01-04'), id: `${creditor.messageId}.0`, method: 'DD', batchBooking: false,
    creditorName: creditor.name, creditorIBAN: creditor.iban, creditorIdentifier: creditor.id, bic: creditor.bic,
  });
  for (const row of rows(Number(count))) {
    const added = document.addTransaction({
      id: row.endToEndId, amount: (row.cents / 100).toFixed(2), mandateId: row.mandateId, mandateSignatureDate: row.signed,
      name: row.name, iban: row.iban, bic: row.bic, description: row.remittance,
    });
    if (added === false) throw new Error(`sepa-xml refused ${row.endToEndId}`);
  }
  return new Promise((resolve, reject) => document.compile((error, xml) => {
    if (error) return reject(new Error(String(error)));
    writeFileSync(file, xml);
    resolve();
  }));
});
