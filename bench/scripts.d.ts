// What benches and tests take from scripts of the project, which have no types of their own.
declare module '*/tools/setup.mjs' {
  export const cache: string;
  export const memoryFlags: readonly string[];
  export const memoryEnvironment: Readonly<Record<string, string>>;
}

declare module '*/tools/in-ascii.mjs' {
  export function inAscii(code: string): string;
}

declare module '*/tools/gen/peers.mjs' {
  export function peerFiles(): readonly (readonly [string, string])[];
}

declare module '*/tools/find-chromium.mjs' {
  export function findChromium(): string | undefined;
}

declare module '*/tools/apt-install.mjs' {
  export function hasCommand(name: string): boolean;
  export function aptInstall(packages: readonly string[]): string | undefined;
}

declare module '*/tools/load-source.mjs' {
  export const loadSource: import('node:module').LoadHookSync;
}

declare module '*/tools/temporary-folder.mjs' {
  export function folderInMemory(facts: {
    readonly mounts: string;
    readonly meminfo: string;
    readonly free: number;
  }): string | undefined;
}
