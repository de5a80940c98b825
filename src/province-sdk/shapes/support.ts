import { z } from 'zod';
import { RISK_GROUPS } from '../../domain/risk/risk-type.js';
import {
  DEPARTMENTS,
  FUNDING_SOURCES,
  INSTRUMENT_FAMILIES,
  INSTRUMENT_NATURES,
} from '../../domain/support/policy-instrument.js';
import { day, fen, kebab, screaming, source, text } from './values.js';

/** 风险类型 · A type of risk, with its days. @article none — technical */
export const riskType = z.strictObject({
  code: screaming,
  name: text,
  nameEn: text,
  group: z.enum(RISK_GROUPS),
  from: day,
  to: day.nullable(),
  source,
});

/** 帮扶政策 · A policy instrument, with its days. @article none — technical */
export const instrument = z.strictObject({
  code: kebab,
  name: text,
  nameEn: text,
  family: z.enum(INSTRUMENT_FAMILIES),
  nature: z.enum(INSTRUMENT_NATURES),
  addresses: z.array(screaming),
  requiresLabour: z.boolean(),
  statutory: z.boolean(),
  fundingSources: z.array(z.enum(FUNDING_SOURCES)).min(1, 'at least one source of funds'),
  cap: fen.nullable(),
  department: z.enum(DEPARTMENTS).nullable(),
  from: day,
  to: day.nullable(),
  source,
});
