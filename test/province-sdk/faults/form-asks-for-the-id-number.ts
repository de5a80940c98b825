import { z } from 'zod';
import { from2023, identification, plant } from '../planted-fault.js';

/** A form that asks for the identity number. */
export default plant(
  {
    procedures: from2023(
      identification({ 'household-verification': { extraForm: z.object({ idNumber: z.string() }) } }),
    ),
  },
  {
    code: 'asked-twice',
    path: 'procedures[0].value.steps[0].extraForm.properties.idNumber',
    article: '5.4',
    day: '2023-01-01',
  },
);
