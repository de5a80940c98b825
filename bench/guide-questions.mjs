// The twenty questions of docs/guides/analyse, by their numbers, as `npm run build` left what reads them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const GUIDE = fileURLToPath(new URL('../docs/guides/analyse', import.meta.url));

export async function guideQuestions() {
  const { questionsOf } = await import('../dist/scripts/guide-questions.js');
  return readdirSync(GUIDE)
    .flatMap((name) => questionsOf(readFileSync(join(GUIDE, name), 'utf8')))
    .sort((a, b) => a.number - b.number);
}
