export { createHttpClient, type HttpClientOptions } from './http-client.ts';
export { type HttpAnswer } from '@newsmill/contracts';
export { type HttpClient, type HttpRequest } from './http-request.ts';
export { HttpFailure, failureKinds, type FailureKind } from './http-failure.ts';
export { isPublicAddress, blockedReason, hostAndPort } from '@newsmill/text';
export { type Resolve, type ResolvedAddress } from './guarded-connector.ts';
