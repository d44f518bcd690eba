export { createHttpClient, type HttpClientOptions } from './http-client.ts';
export { type HttpClient, type HttpRequest } from './http-request.ts';
export { HttpFailure, type FailureKind } from './http-failure.ts';
export { type Resolve, type ResolvedAddress } from './guarded-connector.ts';
