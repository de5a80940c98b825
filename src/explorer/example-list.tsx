import { type GraphiQLPlugin, pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { createContext, use } from 'react';
import type { Example } from './example-source.js';
import { EXAMPLES } from './examples.js';
import { fillPlaceholders } from './placeholders.js';
import type { SeenObjects } from './seen-objects.js';
import { type Language, WORDING } from './wording.js';

/** What the list needs from the page; GraphiQL draws its plugins without properties. */
export const ExampleSettings = createContext<{ language: Language; seen: SeenObjects }>({
  language: 'en',
  seen: new Map(),
});

function useOpenExample(): (example: Example) => void {
  const { addTab, changeTab } = useGraphiQLActions();
  const { tabs, activeTabIndex, queryEditor, variableEditor } = useGraphiQL(
    pick('tabs', 'activeTabIndex', 'queryEditor', 'variableEditor'),
  );
  const { seen } = use(ExampleSettings);
  return (example) => {
    const open = tabs.findIndex((tab) => tab.query === example.query);
    if (open !== -1) changeTab(open);
    else if (tabs[activeTabIndex]?.query?.trim()) addTab();
    queryEditor?.setValue(example.query);
    variableEditor?.setValue(fillPlaceholders(example.variables, seen, Date.now()));
    queryEditor?.setScrollTop(0);
  };
}

function ExampleButton({ example, onOpen }: { example: Example; onOpen: (example: Example) => void }) {
  const { language } = use(ExampleSettings);
  const [own, other] = language === 'zh' ? [example.titleZh, example.titleEn] : [example.titleEn, example.titleZh];
  return (
    <li>
      <button type="button" className="holdline-example" data-example={example.name} onClick={() => onOpen(example)}>
        <span className="holdline-example-title">
          {own}
          {example.kind === 'mutation' && <span className="holdline-writes">{WORDING[language].writes}</span>}
        </span>
        {other !== own && <span className="holdline-example-other">{other}</span>}
      </button>
    </li>
  );
}

function ExampleList() {
  const { language } = use(ExampleSettings);
  const openExample = useOpenExample();
  const words = WORDING[language];
  return (
    <section className="holdline-examples" aria-label={words.examples}>
      <div className="graphiql-doc-explorer-title">{words.examples}</div>
      <p className="holdline-note">{EXAMPLES.length === 0 ? words.noExamples : words.examplesHint}</p>
      <ol>
        {EXAMPLES.map((example) => (
          <ExampleButton key={example.name} example={example} onOpen={openExample} />
        ))}
      </ol>
    </section>
  );
}

function ExampleIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" role="img" aria-label="示例 Examples">
      <path d="M4 6h16M4 12h10M4 18h7" strokeLinecap="round" />
      <path d="m16 14 5 3.5-5 3.5z" fill="currentColor" strokeLinejoin="round" />
    </svg>
  );
}

/** 示例操作 · The list of examples beside the editor. */
export const EXAMPLE_PLUGIN: GraphiQLPlugin = {
  title: '示例 Examples',
  icon: ExampleIcon,
  content: ExampleList,
};
