import { gateJudgement, rangeJudgement } from 'holdline/province-sdk';
import { WORK_RULES } from './sources.js';

const FROM = '2024-01-01';

/** 独居老人 · 全户都满70岁、人均收入不到监测线1.2倍的,纳入监测范围。 */
const LONE_ELDERS = rangeJudgement({
  code: 'lone-elders',
  name: { zh: '独居老人', en: 'Elders alone' },
  article: '2.1',
  from: FROM,
  parameters: { age: 70, percentOfLine: 120 },
  source: WORK_RULES,
  judge: ({ members, perCapitaIncome }, { line }, { age, percentOfLine }) => {
    const old = members.length > 0 && members.every((one) => one.age !== null && one.age >= age);
    if (!old) return { within: false, findings: [] };
    if (perCapitaIncome === null || line === null) return { within: null, findings: [] };
    const within = perCapitaIncome * 100 < line.perCapitaIncome * percentOfLine;
    const message = {
      zh: `全户都满${age}岁,收入接近监测线`,
      en: `all are ${age} or older, and income is near the line`,
    };
    return { within, findings: within ? [{ severity: 'WARNING', message, evidence: { age, percentOfLine } }] : [] };
  },
});

/** 全户参保 · 消除风险前,全户都要参加医疗保险。 */
const ALL_INSURED = gateJudgement({
  code: 'all-insured',
  name: { zh: '全户参保', en: 'All insured' },
  from: FROM,
  source: WORK_RULES,
  judge: ({ members }) => {
    const without = members.filter((one) => !one.medicalInsurance).length;
    const passed = members.length > 0 && without === 0;
    return { passed, reason: { zh: `未参保${without}人`, en: `${without} without medical insurance` } };
  },
});

export const JUDGEMENTS = [LONE_ELDERS, ALL_INSURED];
