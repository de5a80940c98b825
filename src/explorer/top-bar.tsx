import { useState } from 'react';
import mark from './mark.svg';
import { cleanToken, readClaims } from './token-claims.js';
import { type Language, TOKEN_COMMAND, WORDING, type Wording } from './wording.js';

interface TopBarProps {
  readonly token: string;
  readonly language: Language;
  /** Whether the server has turned this token down. */
  readonly refused: boolean;
  onToken(token: string): void;
  onLanguage(language: Language): void;
}

const DAY_SECONDS = 86_400;

/** The minute at which the token ends; with its day where that is not within a day's time. */
function endOf(seconds: number): string {
  const isFar = seconds - Date.now() / 1000 > DAY_SECONDS;
  return new Date(seconds * 1000).toLocaleString([], {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    ...(isFar && { year: 'numeric', month: '2-digit', day: '2-digit' }),
  });
}

/** What is known about the token, in a line, and whether it can be used. */
function tokenState(token: string, refused: boolean, words: Wording): { text: string; tone: 'none' | 'good' | 'bad' } {
  if (token === '') return { text: words.noToken, tone: 'none' };
  const claims = readClaims(token);
  if (!claims) return { text: words.unreadable, tone: 'bad' };
  const expired = claims.expiresAt !== null && claims.expiresAt * 1000 <= Date.now();
  if (expired) return { text: words.expired, tone: 'bad' };
  if (refused) return { text: words.refused, tone: 'bad' };
  const until = claims.expiresAt === null ? [] : [words.until(endOf(claims.expiresAt))];
  return { text: [...claims.grants, ...until].join(' · '), tone: 'good' };
}

function CopyButton({ words }: { words: Wording }) {
  const [copied, setCopied] = useState(false);
  if (!navigator.clipboard) return null;
  const copy = () => navigator.clipboard.writeText(TOKEN_COMMAND).then(() => setCopied(true));
  return (
    <button type="button" className="holdline-quiet" onClick={copy}>
      {copied ? words.copied : words.copy}
    </button>
  );
}

function TokenHint({ words }: { words: Wording }) {
  return (
    <p className="holdline-hint">
      {words.tokenHint} <code>{TOKEN_COMMAND}</code> <CopyButton words={words} />{' '}
      <span className="holdline-kept">{words.tokenKept}</span>
    </p>
  );
}

function TokenField({ token, words, onToken }: { token: string; words: Wording; onToken(token: string): void }) {
  const [shown, setShown] = useState(false);
  return (
    <label className="holdline-token">
      <span>{words.token}</span>
      <input
        type={shown ? 'text' : 'password'}
        value={token}
        placeholder={words.tokenPlaceholder}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onToken(cleanToken(event.target.value))}
      />
      {token !== '' && (
        <>
          <button type="button" className="holdline-quiet" onClick={() => setShown(!shown)}>
            {shown ? words.hide : words.show}
          </button>
          <button type="button" className="holdline-quiet" onClick={() => onToken('')}>
            {words.forget}
          </button>
        </>
      )}
    </label>
  );
}

/** The bar above GraphiQL: name, token, language of answers, guide. */
export function TopBar({ token, language, refused, onToken, onLanguage }: TopBarProps) {
  const words = WORDING[language];
  const state = tokenState(token, refused, words);
  return (
    <header className="holdline-bar">
      <div className="holdline-row">
        <h1 title={words.tagline}>
          <img src={mark} alt="" width="24" height="24" /> 守线 <span lang="en">Holdline</span>
        </h1>
        <TokenField token={token} words={words} onToken={onToken} />
        <output className={`holdline-state holdline-${state.tone}`} title={state.text}>
          {state.text}
        </output>
        <select
          aria-label={words.language}
          title={words.language}
          value={language}
          onChange={(event) => onLanguage(event.target.value === 'zh' ? 'zh' : 'en')}
        >
          <option value="zh">中文</option>
          <option value="en">English</option>
        </select>
        <a href="/explorer/guide.html" target="_blank" rel="noreferrer">
          {words.guide}
        </a>
      </div>
      {state.tone !== 'good' && <TokenHint words={words} />}
    </header>
  );
}
