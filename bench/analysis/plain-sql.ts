import { createConnection } from 'mysql2/promise';
import type { Question } from './questions.ts';

/** Asks MySQL itself the questions, once each. @returns how long each took, in milliseconds, in their order */
export async function timePlainSql(url: string, questions: readonly Question[]): Promise<readonly number[]> {
  const connection = await createConnection({ uri: url });
  try {
    const took: number[] = [];
    for (const { sql, values } of questions) {
      const began = performance.now();
      await connection.query(sql, [...values]);
      took.push(performance.now() - began);
    }
    return took;
  } finally {
    await connection.end();
  }
}
