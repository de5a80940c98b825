import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importAlerts } from '../../scripts/alerts/import.command.js';
import { readLayout } from '../../scripts/alerts/sheet-layout.js';

const HEADER = '预警编号,部门,预警种类,预警日期,身份证号,金额,payload.totalCost';

describe('alerts from a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alerts-'));
  /** What the server was sent, and how it answers. */
  let sent: Record<string, unknown>[][] = [];
  let refuseFirst = 0;
  let server: Server;
  let url = '';
  const known = new Set<string>();

  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        if (refuseFirst > 0) {
          refuseFirst -= 1;
          response.writeHead(429, { 'retry-after': '0', 'content-type': 'application/json' });
          return response.end('{"errors":[{"message":"too often","extensions":{"code":"RATE_LIMITED"}}]}');
        }
        const { alerts } = JSON.parse(Buffer.concat(chunks).toString()).variables.input;
        sent.push(alerts);
        const bad = (alert: { amount?: string }) => alert.amount === 'x';
        const rowErrors = alerts.flatMap((alert: { amount?: string }, index: number) =>
          bad(alert) ? [{ index, code: 'BAD_VALUE', message: 'no amount' }] : [],
        );
        const good = alerts.filter((alert: { amount?: string }) => !bad(alert));
        const fresh = good.filter(({ reference }: { reference: string }) => !known.has(reference));
        for (const { reference } of good) known.add(reference);
        const payload = {
          accepted: fresh.length,
          matched: fresh.length,
          duplicates: good.length - fresh.length,
          failed: rowErrors.length,
          alerts: good.map(({ reference }: { reference: string }) => ({
            reference,
            status: 'DISPATCHED',
            grade: 'BLUE',
          })),
          rowErrors,
          userErrors: [],
        };
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ data: { submitDepartmentAlerts: payload } }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  });
  beforeEach(() => {
    sent = [];
    known.clear();
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });
  const run = (file: string) => importAlerts({ file, url, token: 't', report: `${file}.report.csv` });
  const csv = (name: string, text: string, encoding = 'utf8'): string => {
    const file = join(folder, name);
    writeFileSync(file, iconv.encode(text, encoding));
    return file;
  };
  const sheet = async (name: string, fill: (sheet: exceljs.Worksheet) => void): Promise<string> => {
    const book = new exceljs.Workbook();
    const page = book.addWorksheet('预警');
    page.addRow(HEADER.split(','));
    fill(page);
    const file = join(folder, name);
    await book.xlsx.writeFile(file);
    return file;
  };

  it('reads GB 18030 as well as UTF-8, and columns by their Chinese names', async () => {
    const text = `${HEADER}\nA-1,MEDICAL_SECURITY,outpatient-cost,2023-11-05,110105194912310021,500.00,\nA-2,MEDICAL_SECURITY,outpatient-cost,2023-11-05,110105194912310021,x,90\n`;
    for (const encoding of ['utf8', 'gb18030']) {
      known.clear();
      sent = [];
      const file = csv(`${encoding}.csv`, text, encoding);
      expect(await run(file)).toEqual({ lines: 2, accepted: 1, matched: 1, duplicates: 0, failed: 1 });
      expect(sent[0]![0]).toEqual({
        reference: 'A-1',
        department: 'MEDICAL_SECURITY',
        kind: 'outpatient-cost',
        raisedOn: '2023-11-05',
        idNumber: '110105194912310021',
        amount: '500.00',
      });
      expect(sent[0]![1]).toMatchObject({ payload: { totalCost: '90' } });
      expect(readFileSync(`${file}.report.csv`, 'utf8').trim().split('\n').slice(1)).toEqual([
        '2,A-1,DISPATCHED BLUE,,',
        '3,A-2,LEFT OUT,BAD_VALUE,no amount',
      ]);
    }
  });

  it('sends 1,201 lines in three calls, waits where it is too often, and the same file again finds all known', async () => {
    const lines = Array.from({ length: 1_201 }, (_, n) => `B-${n},HEALTH,new-critical-illness,2023-11-05,1,,`);
    const file = csv('many.csv', [HEADER, ...lines].join('\n'));
    refuseFirst = 2;
    expect(await run(file)).toMatchObject({ lines: 1_201, accepted: 1_201, failed: 0 });
    expect(sent.map(({ length }) => length)).toEqual([500, 500, 201]);
    expect(await run(file)).toMatchObject({ accepted: 0, duplicates: 1_201 });
  });

  it('refuses another layout, naming the columns that were expected and found', async () => {
    await expect(run(csv('other.csv', '姓名,编号\n张三,1\n'))).rejects.toThrow(
      /missing: department \(部门\), kind \(预警种类\), raisedOn \(预警日期\), idNumber or householdNumber.*not known: "姓名".*expected: .*found: 姓名, 编号/s,
    );
    expect(readLayout(['reference', 'reference', 'department', 'kind', 'raisedOn', 'idNumber'])).toMatchObject({
      fault: expect.stringContaining('twice: reference'),
    });
    expect(sent).toEqual([]);
  });

  it('leaves out lines with a formula or an ID number in floating point, and says so', async () => {
    const file = await sheet('faults.xlsx', (page) => {
      page.addRow([
        'C-1',
        'HEALTH',
        'new-critical-illness',
        new Date('2023-11-05T00:00:00Z'),
        '110105194912310021',
        '',
        '',
      ]);
      page.addRow(['C-2', 'HEALTH', 'new-critical-illness', '2023-11-05', 110105194912310020, '', '']);
      page.addRow(['C-3', 'HEALTH', 'new-critical-illness', '2023-11-05', '1', { formula: 'A1+1', result: 2 }, '']);
    });
    expect(await run(file)).toMatchObject({ lines: 3, accepted: 1, failed: 2 });
    expect(sent[0]).toMatchObject([{ reference: 'C-1', raisedOn: '2023-11-05' }]);
    const report = readFileSync(`${file}.report.csv`, 'utf8');
    expect(report).toMatch(/3,C-2,LEFT OUT,BAD_VALUE,"?cell E3 holds a number of more than 15 digits/);
    expect(report).toMatch(/4,C-3,LEFT OUT,BAD_VALUE,cell F4 holds a formula/);
    expect(report).not.toContain('110105194912310');
  });

  it('refuses merged cells and what is neither CSV nor XLSX', async () => {
    const file = await sheet('merged.xlsx', (page) => {
      page.addRow(['D-1', 'HEALTH', 'k', '2023-11-05', '1', '', '']);
      page.addRow(['', 'HEALTH', 'k', '2023-11-05', '1', '', '']);
      page.mergeCells('A2:A3');
    });
    await expect(run(file)).rejects.toThrow(/merged cells \(A2:A3\)/);
    await expect(run(csv('x.txt', 'a'))).rejects.toThrow(/neither a .csv nor an .xlsx/);
  });
});
