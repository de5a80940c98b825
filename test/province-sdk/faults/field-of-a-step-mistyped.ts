import { from2023, identification, plant } from '../planted-fault.js';

const { steps, ...rest } = identification({});
const [first, ...others] = steps;

/** minimumNoticeDay, without its s, in the first step of a procedure. */
export default plant(
  { procedures: from2023({ ...rest, steps: [{ ...first!, minimumNoticeDay: 5 }, ...others] }) },
  {
    code: 'unknown-field',
    path: 'procedures[0].value.steps[0].minimumNoticeDay',
    article: '3.2',
    day: '2023-01-01',
    suggestion: 'did you mean "minimumNoticeDays"?',
  },
);
