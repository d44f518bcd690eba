/**
 * Robots whose owners say that they gather texts for training, and those that fetch pages for the answers of a
 * model; product tokens in lower case, as their owners document them.
 */
// biome-ignore format: tables, read by their rows
export const aiRobots = {
  'ai-robots': [
    'gptbot', 'google-extended', 'applebot-extended', 'claudebot', 'anthropic-ai', 'ccbot', 'bytespider',
    'meta-externalagent', 'cohere-training-data-crawler', 'ai2bot',
  ],
  'answer-robots': [
    'chatgpt-user', 'oai-searchbot', 'perplexitybot', 'perplexity-user', 'claude-user', 'claude-searchbot',
    'mistralai-user', 'duckassistbot', 'meta-externalfetcher',
  ],
} as const;
