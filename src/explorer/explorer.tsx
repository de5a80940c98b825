import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { EXAMPLE_PLUGIN, ExampleSettings } from './example-list.js';
import { EXAMPLES } from './examples.js';
import { explorerFetcher } from './explorer-fetcher.js';
import { pageStorage, sessionValue } from './page-storage.js';
import { fillPlaceholders } from './placeholders.js';
import { noteObjects, type SeenObjects } from './seen-objects.js';
import { TopBar } from './top-bar.js';
import type { Language } from './wording.js';

const storedToken = sessionValue('token');
const storedLanguage = sessionValue('language');
const PLUGINS = [EXAMPLE_PLUGIN, HISTORY_PLUGIN];
const EMPTY_PAGE = '# 守线 Holdline\n\nquery Start {\n  __typename\n}\n';

function initialLanguage(): Language {
  const stored = storedLanguage.read();
  if (stored === 'zh' || stored === 'en') return stored;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** The page: a bar for token and language above GraphiQL with the examples beside it. */
export function Explorer() {
  const [token, setToken] = useState(storedToken.read);
  const [language, setLanguage] = useState(initialLanguage);
  const [refused, setRefused] = useState(false);
  const seen = useRef<SeenObjects>(new Map()).current;

  const changeToken = useCallback((next: string) => {
    storedToken.write(next);
    setRefused(false);
    setToken(next);
  }, []);
  const changeLanguage = useCallback((next: Language) => {
    storedLanguage.write(next);
    setLanguage(next);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const fetcher = useMemo(
    () =>
      explorerFetcher({
        token,
        language,
        onAnswer: (answer) => noteObjects(seen, answer),
        onUnauthenticated: () => setRefused(token !== ''),
      }),
    [token, language, seen],
  );
  const first = EXAMPLES[0];
  const settings = useMemo(() => ({ language, seen }), [language, seen]);

  return (
    <>
      <TopBar token={token} language={language} refused={refused} onToken={changeToken} onLanguage={changeLanguage} />
      <ExampleSettings value={settings}>
        <GraphiQL
          fetcher={fetcher}
          storage={pageStorage}
          plugins={PLUGINS}
          visiblePlugin={EXAMPLE_PLUGIN}
          defaultQuery={EMPTY_PAGE}
          defaultTabs={
            first ? [{ query: first.query, variables: fillPlaceholders(first.variables, seen, Date.now()) }] : undefined
          }
          defaultEditorToolsVisibility="variables"
          isHeadersEditorEnabled={false}
          shouldPersistHeaders={false}
          inputValueDeprecation
          schemaDescription
        >
          <GraphiQL.Logo>
            <span />
          </GraphiQL.Logo>
        </GraphiQL>
      </ExampleSettings>
    </>
  );
}
