import { from2023, identification, plant } from '../planted-fault.js';

/** A step after "public-notise". */
export default plant(
  {
    procedures: from2023(
      identification({ 'township-review': { after: ['public-notice', 'data-comparison', 'public-notise'] } }),
    ),
  },
  {
    code: 'unknown-predecessor',
    path: 'procedures[0].value.steps[5].after[2]',
    article: '3.2',
    day: '2023-01-01',
    suggestion: 'did you mean "public-notice"?',
  },
);
