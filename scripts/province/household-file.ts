import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { GUARANTEE_STATUSES } from '../../src/domain/guarantee/guarantee-check.js';
import {
  FORMER_STATUSES,
  HEALTH_CONDITIONS,
  LABOUR_CAPACITIES,
  RELATIONSHIPS,
  SAFETY_NET_STATUSES,
  SELF_CARES,
  SEXES,
} from '../../src/domain/household/household.js';
import type { HouseholdFacts } from '../../src/domain/household/household-facts.js';
import { parseDate } from '../../src/domain/kernel/calendar-date.js';
import { type Fen, parseYuan, ZERO_FEN } from '../../src/domain/kernel/money.js';
import { readRegionCode } from '../../src/domain/kernel/region-code.js';
import { CommandFault } from './command-output.js';

const day = z.string().transform((text, context) => {
  const read = parseDate(text);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: 'a day that exists, YYYY-MM-DD' });
  return z.NEVER;
});

const yuan = z.union([z.string(), z.number()]).transform((written, context): Fen => {
  const read = parseYuan(String(written));
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: 'an amount in yuan with at most two decimals' });
  return z.NEVER;
});
const amount = yuan.default(ZERO_FEN);

const region = z.string().transform((text, context) => {
  const read = readRegionCode(text);
  if (typeof read === 'string') return read;
  context.addIssue({ code: 'custom', message: read.fault });
  return z.NEVER;
});

const member = z.strictObject({
  relationship: z.enum(RELATIONSHIPS).default('OTHER'),
  sex: z.enum(SEXES).nullable().default(null),
  birthDate: day.nullable().default(null),
  health: z.array(z.enum(HEALTH_CONDITIONS)).default([]),
  disabilityGrade: z.int().min(1).max(4).nullable().default(null),
  selfCare: z.enum(SELF_CARES).default('FULL'),
  labour: z.enum(LABOUR_CAPACITIES).default('ORDINARY'),
  schooling: z.string().nullable().default(null),
  medicalInsurance: z.boolean().default(true),
  safetyNet: z.enum(SAFETY_NET_STATUSES).default('NONE'),
});

const income = z.strictObject({
  from: day,
  to: day,
  heads: z.int().min(1).optional(),
  wages: amount,
  business: amount,
  property: amount,
  transfers: amount,
  businessExpenses: amount,
  claimsPaid: amount,
  compliantMedicalCost: amount,
  rigid: z
    .strictObject({
      medical: amount,
      education: amount,
      disaster: amount,
      accident: amount,
      housing: amount,
      other: amount,
    })
    .prefault({}),
});

const status = z.enum(GUARANTEE_STATUSES);
const guarantee = z.strictObject({
  checkedOn: day,
  food: status,
  clothing: status,
  compulsoryEducation: status,
  basicMedicalCare: status,
  safeHousing: status,
  drinkingWater: status,
});

const HOUSEHOLD = z.strictObject({
  region,
  formerStatus: z.enum(FORMER_STATUSES).default('GENERAL'),
  resettled: z.boolean().default(false),
  members: z.array(member).min(1, 'at least one member'),
  incomes: z.array(income).default([]),
  guarantees: z.array(guarantee).default([]),
});

/**
 * 读农户文件 · Facts of a household as provincial IT writes them, YAML or JSON, amounts in yuan; no name in them.
 *
 * What is left out of a member is the ordinary: full self-care, ordinary labour, insured. Incomes and checks that are left out
 * are missing, and the assessment says so. `heads` is the number of members where it is left out.
 *
 * @throws CommandFault naming every fault with its path
 * @article 2.1
 */
export function readHouseholdFile(path: string, folder: string): HouseholdFacts {
  const full = isAbsolute(path) ? path : join(folder, path);
  let written: unknown;
  try {
    written = parse(readFileSync(full, 'utf8'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CommandFault(`${path}: ${code === 'ENOENT' ? 'no such file' : message.split('\n')[0]}`);
  }
  const read = HOUSEHOLD.safeParse(written);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `  ${issue.path.join('.') || '(file)'}: ${issue.message}`);
    throw new CommandFault(`${path} is no household:\n${faults.join('\n')}`);
  }
  const { region: regionCode, members, incomes, ...rest } = read.data;
  return {
    ...rest,
    id: path,
    regionCode,
    members: members.map((one, index) => ({ ...one, id: String(index + 1) })),
    incomes: incomes.map((one) => ({ ...one, heads: one.heads ?? members.length })),
  };
}
