import { describe, expect, it } from 'vitest';
import { readExample } from '../../src/explorer/example-source.js';

const FILE = `# Submit a lead: a difficulty that a household declares.
# 上报线索：农户自主申报。
# variables: {"input": {"householdId": "<Household.id>", "reportedOn": "<today>"}}

mutation SubmitLead($input: SubmitLeadInput!) {
  submitLead(input: $input) { lead { id } }
}
`;

describe('readExample', () => {
  it('titles an example by what stands before the first colon, in both languages', () => {
    const { name, titleEn, titleZh, kind } = readExample('../../examples/queries/06-submit-lead.graphql', FILE);
    expect({ name, titleEn, titleZh, kind }).toEqual({
      name: '06-submit-lead',
      titleEn: 'Submit a lead',
      titleZh: '上报线索',
      kind: 'mutation',
    });
  });

  it('takes the line of variables out of the text and pretty-prints it', () => {
    const { query, variables } = readExample('x.graphql', FILE);
    expect(query).not.toContain('variables:');
    expect(query.startsWith('# Submit a lead')).toBe(true);
    expect(JSON.parse(variables)).toEqual({ input: { householdId: '<Household.id>', reportedOn: '<today>' } });
  });

  it('keeps a comment of two lines as one sentence and leaves decimals in it alone', () => {
    const text = '# Lines of 2023 are 7,500.00 yuan or\n# more in Hunan. Not elsewhere.\nquery A { a }';
    expect(readExample('a.graphql', text).titleEn).toBe('Lines of 2023 are 7,500.00 yuan or more in Hunan');
  });

  it('shows a file without a comment by its name, as a query without variables', () => {
    const bare = readExample('dir/bare.graphql', 'query Bare { viewer { subject } }');
    expect(bare).toMatchObject({ titleEn: 'bare', titleZh: 'bare', kind: 'query', variables: '' });
  });

  it('shows English where there is no Chinese, and Chinese where there is no English', () => {
    expect(readExample('a.graphql', '# Who am I.\n{ a }').titleZh).toBe('Who am I');
    expect(readExample('a.graphql', '# 当前用户。\n{ a }').titleEn).toBe('当前用户');
  });

  it('refuses a line of variables that is no JSON', () => {
    expect(() => readExample('a.graphql', '# variables: {input: 1}\n{ a }')).toThrow(SyntaxError);
  });
});
