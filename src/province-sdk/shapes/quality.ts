import { z } from 'zod';
import { COMPARISONS } from '../../domain/quality/quality-condition.js';
import { QUALITY_FACTS } from '../../domain/quality/quality-fact.js';
import { SEVERITIES } from '../../domain/risk/finding.js';
import { kebab, localized, text } from './values.js';

/** 数据质量 · Thresholds, severities and rules of data quality. @article none — technical */
export const quality = z.strictObject({
  thresholds: z.record(z.string(), z.record(z.string(), z.int('a whole number'))).optional(),
  severities: z.record(z.string(), z.enum(SEVERITIES)).optional(),
  rules: z
    .array(
      z.strictObject({
        code: kebab,
        name: localized,
        severity: z.enum(SEVERITIES),
        when: z.array(
          z.strictObject({
            fact: z.enum(QUALITY_FACTS),
            is: z.enum(COMPARISONS),
            value: z.union([text, z.number(), z.boolean()], 'a text, a number, true or false'),
          }),
        ),
      }),
    )
    .optional(),
});
