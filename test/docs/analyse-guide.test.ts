import { ANALYSE_CAST, startAnalyseStage } from './analyse-stage.js';
import { tellGuide } from './tell-guide.js';

tellGuide({
  path: 'docs/guides/analyse.md',
  cast: ANALYSE_CAST,
  requestsAtLeast: 18,
  start: () => startAnalyseStage(),
});
