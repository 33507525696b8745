package dev.fermata.runner;

import dev.fermata.model.ImageRef;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.task.ParallelCalls;
import dev.fermata.runner.time.Time;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** The digests that registries have for names now. Nothing is pulled; each is asked for once. */
public final class RegistryDigests {
  private final Engine engine;
  private final Retries retries;

  /** What a registry said of a name. */
  public sealed interface Answer {
    record Digest(String digest) implements Answer {}

    record None(EngineException why) implements Answer {}
  }

  /** {@code told} hears why a registry is asked again, and after which time. */
  public RegistryDigests(Engine engine, Time time, BiConsumer<EngineException, Duration> told) {
    this.engine = engine;
    this.retries = new Retries(time, told);
  }

  public SortedMap<ImageRef, Answer> of(Collection<ImageRef> images) {
    List<ImageRef> asked = List.copyOf(new TreeSet<>(images));
    List<Answer> found = ParallelCalls.of(asked, this::answer);
    var answers = new TreeMap<ImageRef, Answer>();
    for (int i = 0; i < asked.size(); i++) {
      answers.put(asked.get(i), found.get(i));
    }
    return answers;
  }

  private Answer answer(ImageRef image) {
    try {
      return new Answer.Digest(retries.get(() -> engine.images().published(image)));
    } catch (EngineException e) {
      if (e.kind() == Kind.INTERRUPTED || e.kind() == Kind.UNREACHABLE) {
        throw e;
      }
      return new Answer.None(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException(Kind.INTERRUPTED, "asking the registry was ended", "", e);
    }
  }
}
