import { z } from 'zod';
import { from2023, identification, plant } from '../planted-fault.js';

/** A form that asks for the wages under another name, inside a list. */
export default plant(
  {
    procedures: from2023(
      identification({
        'household-verification': {
          extraForm: z.object({ years: z.array(z.object({ w: z.number().meta({ title: '工资性收入' }) })) }),
        },
      }),
    ),
  },
  {
    code: 'asked-twice',
    path: 'procedures[0].value.steps[0].extraForm.properties.years.items.properties.w',
    article: '5.4',
    day: '2023-01-01',
  },
);
