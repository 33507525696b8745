package dev.fermata.runner.engine;

/**
 * A container engine, by its subjects. Every call blocks its (virtual) thread, ends early when that
 * thread is interrupted, and throws an {@link EngineException} when the engine refuses or cannot be
 * reached. Implementations are safe for use by many threads.
 */
public interface Engine extends AutoCloseable {

  EngineSystem system();

  Containers containers();

  ContainerFiles files();

  Networks networks();

  Volumes volumes();

  Images images();

  Events events();

  Plugins plugins();

  @Override
  void close();
}
