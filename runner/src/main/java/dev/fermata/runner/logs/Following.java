package dev.fermata.runner.logs;

import dev.fermata.model.ServiceName;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.time.Time;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What all containers of a follower share: whose lines are shown, who is told when one comes alive
 * or ends, and who is told when the engine does not say any more what lives.
 */
record Following(
    Engine engine,
    EventSink sink,
    Time time,
    Predicate<ServiceName> shows,
    Runnable changed,
    Consumer<EngineException> lost) {}
