import { GRANTS } from './cast.js';
import { HOUSEHOLD_NUMBER, type Person, type Stage, Story } from './story.js';
import { type Answer, startTestApp, type TestApp } from './test-app.js';

/** The product in the test's process with the people of the story around it. */
export interface StoryApp {
  readonly product: TestApp;
  readonly stage: Stage;
  readonly story: Story;
  /** What somebody of the story is answered, faults included. */
  ask(person: Person, query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** A mutation's payload as it comes, refused or not; throws where there is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into answers of any shape
  mutate(person: Person, name: string, input: Record<string, unknown>, fields?: string): Promise<any>;
}

const FIELDS = 'case { id version status } userErrors { code message path article currentVersion }';

/** Starts it on 6 March 2023, with an empty register. */
export async function startStoryApp(
  variables: Readonly<Record<string, string>> = {},
  logged?: (line: string) => void,
): Promise<StoryApp> {
  const product = await startTestApp('2023-03-06', { DEMO: 'off', ...variables }, logged);
  const ask = async (person: Person, query: string, values?: Record<string, unknown>): Promise<Answer> => {
    const token =
      person === 'nobody'
        ? null
        : await product.token([GRANTS[person]], { subject: person, household: HOUSEHOLD_NUMBER });
    return product.ask(token, query, values);
  };
  const stage: Stage = {
    async ask(person, query, values) {
      const { data, errors } = await ask(person, query, values);
      return errors.length > 0 ? { data, errors } : { data };
    },
    today: async (day) => product.today(day),
    say: () => undefined,
  };
  return {
    product,
    stage,
    story: new Story(stage),
    ask,
    async mutate(person, name, input, fields = FIELDS) {
      const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
      const query = `mutation($input: ${type}) { ${name}(input: $input) { ${fields} } }`;
      const { data, errors } = await ask(person, query, { input });
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
      return data[name];
    },
  };
}
