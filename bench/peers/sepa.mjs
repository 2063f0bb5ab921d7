import { writeFileSync } from 'node:fs';
import * as SEPA from 'sepa';
import { creditor, measure, rows } from './rows.mjs';

const [count, file] = process.argv.slice(2);

await measure(() => {
  const document = new SEPA.Document('pain.008.001.08');
  document.grpHdr.id = creditor.messageId;
  document.grpHdr.created = new Date();
  document.grpHdr.initiatorName = creditor.name;

  const info = document.createPaymentInfo();
  info.collectionDate = new Date('2027-01-04');
  info.sequenceType = 'RCUR';
  info.creditorIBAN = creditor.iban;
  info.creditorBIC = creditor.bic;
  info.creditorName = creditor.name;
  info.creditorId = creditor.id;
  document.addPaymentInfo(info);

  for (const row of rows(Number(count))) {
    const transaction = info.createTransaction();
    transaction.debtorName = row.name;
    transaction.debtorIBAN = row.iban;
    transaction.debtorBIC = row.bic;
    transaction.mandateId = row.mandateId;
    transaction.mandateSignatureDate = new Date(row.signed);
    transaction.amount = row.cents / 100;
    transaction.remittanceInfo = row.remittance;
    transaction.end2endId = row.endToEndId;
    info.addTransaction(transaction);
  }
  writeFileSync(file, document.toString());
});
