// One-shot of docker-compose.yml, which gets .env: says which names in it are no settings, so that nothing starts
// with a mistake (exit code 78), and which have no effect there. Compose hands settings on by their names, so what
// is written wrongly would reach nobody.
import { secretOfSourcePrefix, unknownNames } from '@newsmill/settings';
import { exitCodes } from '../services/mill/dist/exit-codes.js';
import { decidedByCompose, namesOfCompose } from './env-names.mjs';

/** The image has these itself, whether or not they are in the file. */
const ofImage = ['NEWSMILL_DATA', 'NEWSMILL_HOST'];

const unknown = unknownNames(process.env, namesOfCompose);
const given = Object.keys(process.env).filter((name) => process.env[name] !== '' && !ofImage.includes(name));
for (const name of given.filter((each) => decidedByCompose.includes(each)))
  process.stdout.write(`${name} in .env has no effect: docker-compose.yml sets it itself\n`);
for (const name of given.filter((each) => each.startsWith(secretOfSourcePrefix)))
  process.stdout.write(
    `${name} in .env has no effect: secrets of sources go into the file that NEWSMILL_SOURCES_ENV names (deploy/sources.env.example)\n`,
  );
for (const problem of unknown) process.stderr.write(`.env: ${problem}\n`);
if (unknown.length > 0) process.exitCode = exitCodes.configuration;
