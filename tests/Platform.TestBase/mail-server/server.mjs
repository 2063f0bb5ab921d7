// A mail server on a free port of this machine that takes mail only from who knows the password. One line of output for each event.
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
  onData(stream, session, callback) {
    stream.resume();
    stream.on('end', () => {
      console.log(`mail ${session.envelope.rcptTo[0].address}`);
      callback();
    });
  },
});
server.listen(0, '127.0.0.1', () => console.log(server.server.address().port));
process.stdin.on('end', () => process.exit(0)).resume();
