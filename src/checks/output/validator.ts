/** A worker that validates texts: the slow part of examining a site, done on every core. */
import { parentPort, workerData } from 'node:worker_threads';
import { HtmlValidate, StaticConfigLoader, type ConfigData } from 'html-validate';
import type { HtmlDiagnostic } from './html.ts';

// The loader would put the same configuration together again for every page.
class OneConfigLoader extends StaticConfigLoader {
  #resolved: ReturnType<StaticConfigLoader['getConfigFor']> | undefined;

  override getConfigFor(handle: string): ReturnType<StaticConfigLoader['getConfigFor']> {
    return (this.#resolved ??= super.getConfigFor(handle));
  }
}
const validator = new HtmlValidate(new OneConfigLoader(workerData as ConfigData));

const diagnosticsIn = (text: string): HtmlDiagnostic[] =>
  validator.validateStringSync(text).results.flatMap(({ messages }) =>
    messages.map(({ line, column, message, ruleId }) => ({
      line,
      column,
      message: `${message.replace(/\.$/, '')} (${ruleId}).`,
    })),
  );
parentPort?.on('message', (texts: string[]) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- workers have no origin
  parentPort?.postMessage(texts.map(diagnosticsIn));
});
