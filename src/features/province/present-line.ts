import type { PolicySource as Source } from '../../domain/kernel/source.js';
import type { MonitoringBand as Band } from '../../domain/province/monitoring-band.js';
import type { MonitoringLineInForce } from '../../domain/province/monitoring-line.js';
import type { Language } from './in-language.js';
import type { MonitoringBand, MonitoringLine } from './monitoring-line.graphql.js';
import type { PolicySource } from './province.graphql.js';

/** 依据文件 · A source as the API gives it. @article 2.2 */
export function presentSource({ id, title, issuedOn, url, standing }: Source): PolicySource {
  return {
    id,
    title,
    issuedOn: (issuedOn ?? null) as PolicySource['issuedOn'],
    url: url ?? null,
    verified: standing === 'document',
  };
}

/** 收入区间 · A band as the API gives it. @article 2.2 */
export function presentBand(band: Band, language: Language): MonitoringBand {
  const { code, name, rank, fromPerCapita, toPerCapita, response } = band;
  return { code, name: name[language], rank, fromPerCapita, toPerCapita, response };
}

/**
 * 监测范围 · A line as the API gives it.
 *
 * @param bands  in money on this line
 * @article 2.2
 */
export function presentLine(line: MonitoringLineInForce, bands: readonly Band[], language: Language): MonitoringLine {
  const { county, source, nationalFloorSource, ...values } = line;
  return {
    ...values,
    countyCode: county,
    bands: bands.map((band) => presentBand(band, language)),
    source: presentSource(source),
  };
}
