import { afterAll, beforeAll, describe, it } from 'vitest';
import { GRANTS } from '../support/cast.js';
import { HOUSEHOLD_NUMBER, tellStory } from '../support/story.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('one household from a declared difficulty to risk elimination, in the process', () => {
  let product: TestApp;
  beforeAll(async () => {
    product = await startTestApp();
  });
  afterAll(() => product?.stop());

  it('goes through every step, and is refused wherever the policy says so', async () => {
    await tellStory({
      async ask(person, query, variables) {
        const token =
          person === 'nobody'
            ? null
            : await product.token([GRANTS[person]], { subject: person, household: HOUSEHOLD_NUMBER });
        const { data, errors } = await product.ask(token, query, variables);
        return errors.length > 0 ? { data, errors } : { data };
      },
      today: async (day) => product.today(day),
      say: () => undefined,
    });
  });
});
