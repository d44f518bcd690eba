// Runs a command in the place of this process, as near as Node allows: its terminal, its signals, its exit
// code.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Runs to the end; answers the exit code (128 + number for a signal). Signals that reach this process are
 * passed on.
 */
export function runChild(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const passOn = (signal) => {
      // Ctrl-C reaches every process of the terminal by itself; a second copy would ask twice.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, passOn);
    const settle = () => signals.forEach((signal) => process.off(signal, passOn));
    child.on('error', (error) => {
      settle();
      reject(error);
    });
    child.on('close', (code, signal) => {
      settle();
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}
