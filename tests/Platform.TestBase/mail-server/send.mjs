// Sends the mail that standard input describes and prints the server's answer.
import { createTransport } from 'nodemailer';

let json = '';
for await (const piece of process.stdin) json += piece;
const { port, ...mail } = JSON.parse(json);
try {
  console.log((await createTransport({ host: '127.0.0.1', port, ignoreTLS: true }).sendMail(mail)).response);
} catch (e) {
  console.log(e.response ?? `000 ${e.message}`);
}
