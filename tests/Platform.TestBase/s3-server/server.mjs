// An S3 store on a free port of this machine, with one bucket, over the folder that is named. It ends with its standard input.
import S3rver from 's3rver';

const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: process.argv[2], configureBuckets: [{ name: 'platform' }] });
console.log((await server.run()).port);
process.stdin.on('end', () => process.exit(0)).resume();
