/** A worker that validates texts: the slow part of examining a site, done on every core. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ConfigData, StaticConfigLoader as ConfigLoader } from 'html-validate';
import type { HtmlDiagnostic } from './html.ts';
import { keepCodeReady } from '../../store/ready-code.ts';

keepCodeReady();
const { HtmlValidate, StaticConfigLoader } = await import('html-validate');

// The loader would put the same configuration together again for every page.
class OneConfigLoader extends StaticConfigLoader {
  #resolved: ReturnType<ConfigLoader['getConfigFor']> | undefined;

  override getConfigFor(handle: string): ReturnType<ConfigLoader['getConfigFor']> {
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
