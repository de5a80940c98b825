import { z } from 'zod';
import { from2023, identification, plant } from '../planted-fault.js';

/** A form with a date object, which no JSON Schema can say. */
export default plant(
  {
    procedures: from2023(identification({ 'household-verification': { extraForm: z.object({ builtOn: z.date() }) } })),
  },
  { code: 'shape', path: 'procedures[0].value.steps[0].extraForm', article: '3.2', day: '2023-01-01' },
);
