// A mail server on a free port of this machine that takes mail only from who knows the password. One line of output for each event.
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

const server = new SMTPServer({
  authMethods: ['PLAIN', 'LOGIN'],
  allowInsecureAuth: true,
  disabledCommands: ['STARTTLS'],
  onAuth(auth, session, callback) {
    const known = auth.username === 'platform' && auth.password === process.env.PASSWORD;
    console.log(known ? 'welcome' : 'refused');
    callback(known ? null : new Error('Wrong password'), known ? { user: auth.username } : undefined);
  },
  onRcptTo({ address }, session, callback) {
    if (!address.startsWith('nobody')) return callback();
    console.log(`none ${address}`);
    callback(Object.assign(new Error('5.1.1 No such mailbox'), { responseCode: 550 }));
  },
  async onData(stream, session, callback) {
    const { subject, text, html, headers } = await simpleParser(stream, { skipTextLinks: true, skipHtmlToText: true, skipTextToHtml: true });
    const content = process.env.CONTENT ? ` ${JSON.stringify({ subject, text, html, type: headers.get('content-type').value })}` : '';
    console.log(`mail ${session.envelope.rcptTo[0].address}${content}`);
    callback();
  },
});
server.listen(0, '127.0.0.1', () => console.log(server.server.address().port));
process.stdin.on('end', () => process.exit(0)).resume();
