import { writeSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { openDatabase } from '#db/client.ts';

/**
 * Run as `node acknowledging-writer.ts <url> <name> <count>`: writes numbered rows one after another and prints each
 * number once the database has acknowledged it.
 */
const [url = '', name = '', count = '0'] = process.argv.slice(2);
const database = openDatabase(url);

for (let number = 1; number <= Number(count); number += 1) {
  await database.write(async (tx) => {
    await tx.run(
      sql`insert into audit_entry (at, act, subject, detail) values (0, 'write', ${name}, ${String(number)})`,
    );
  });
  writeSync(1, `${number}\n`);
}
database.close();
