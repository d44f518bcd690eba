import { operations, type Operation } from './operations.ts';

/**
 * A path with its variable segments made alike: `/api/v1/articles/{id}` and `/api/v1/articles/:id` are the
 * same.
 */
function shapeOf(path: string): string {
  return path
    .split('/')
    .map((segment) => (/[{:*]/.test(segment) ? '*' : segment))
    .join('/');
}

interface Route extends Operation {
  readonly shape: string;
}
const routes: readonly Route[] = Object.values<Operation>(operations).map((operation) => ({
  ...operation,
  shape: shapeOf(operation.path),
}));
const byShape = new Map(routes.map((route) => [`${route.method} ${route.shape}`, route]));

/**
 * The operation of a route as the router names it (`/api/v1/articles/:id`); undefined for what is no
 * operation.
 */
export function operationOf(method: string, route: string): Operation | undefined {
  const verb = method.toLowerCase() === 'head' ? 'get' : method.toLowerCase();
  return byShape.get(`${verb} ${shapeOf(route)}`);
}

function fits(shape: readonly string[], path: readonly string[]): boolean {
  return (
    shape.length === path.length &&
    shape.every((segment, index) => segment === path[index] || (segment === '*' && path[index] !== ''))
  );
}

/** The methods that an address takes, as the header Allow lists them; empty where there is nothing. */
export function methodsAt(path: string): readonly string[] {
  const segments = path.split('/');
  const methods = routes
    .filter(({ shape }) => fits(shape.split('/'), segments))
    .map(({ method }) => method.toUpperCase());
  return [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].sort();
}
