import { faults, hostsAsked, wentPast } from './ledger.ts';

/** After all tests: the run fails if any browser asked for another host, or any policy had to refuse something. */
export default function audit(): void {
  const found = [...new Set(faults())];
  if (found.length > 0) throw new Error(`Seen by the proxy or reported by a policy:\n${found.join('\n')}`);
  // Firefox goes past it, and says so by what it leaves (`e2e/page.ts`).
  if (hostsAsked().length === 0 && !wentPast()) throw new Error('The proxy saw nothing: the tests went past it.');
}
