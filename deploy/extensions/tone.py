"""An extension of newsmill: how an article sounds, by words of alarm and of calm (docs/extensions.md)."""

import atexit, json, os, signal, sys
from confluent_kafka import Consumer, KafkaException, Producer

NAME, VERSION = "tone", "1"
ALARM = {"attack", "crisis", "dead", "fear", "fire", "flood", "killed", "storm", "strike", "war"}
CALM = {"agreed", "festival", "garden", "opened", "peace", "music", "saved", "summer", "won"}

namespace = os.environ.get("NEWSMILL_NAMESPACE", "newsmill")
brokers = {"bootstrap.servers": os.environ["NEWSMILL_KAFKA_BROKERS"]}
sent, returned = f"{namespace}.extend.{NAME}", f"{namespace}.extended.{NAME}"


def facts_of(article):
    words = (article["title"] + " " + article["text"]).lower().split()
    alarm, calm = (sum(word.strip(".,:;!?\"'") in list_ for word in words) for list_ in (ALARM, CALM))
    mood = "alarmed" if alarm > calm else "calm" if calm > alarm else "even"
    return [{"name": "mood", "value": mood}, {"name": "words", "value": {"alarm": alarm, "calm": calm}}]


def must_arrive(error, _message):
    if error:
        raise KafkaException(error)


signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
group = {"group.id": f"{namespace}-extension:{sent}", "auto.offset.reset": "earliest", "enable.auto.commit": False}
consumer, producer = Consumer(brokers | group), Producer(brokers | {"message.max.bytes": 1_048_000})
consumer.subscribe([sent])
atexit.register(consumer.close)
while True:
    messages = consumer.consume(100, timeout=1)
    for message in messages:
        if message.error():
            raise KafkaException(message.error())
        answer = json.dumps({"version": VERSION, "facts": facts_of(json.loads(message.value()))})
        headers = (message.headers() or []) + [("newsmill-facts", answer.encode())]
        producer.produce(returned, message.value(), message.key(), headers=headers, on_delivery=must_arrive)
    if producer.flush(60) > 0:
        sys.exit("the broker took nothing for a minute")  # whoever starts it again begins where it committed
    if messages:
        consumer.commit(asynchronous=False)
