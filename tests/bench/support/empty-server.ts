import { createServer } from 'node:http';

/** Run as `node empty-server.ts <port>`. Reads what is sent and answers nothing: the least any server must do for a form. */
const [port = ''] = process.argv.slice(2);
createServer((request, response) => {
  request.on('end', () => response.end('{}')).resume();
}).listen(Number(port), '127.0.0.1');
