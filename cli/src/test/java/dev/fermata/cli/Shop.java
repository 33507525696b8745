package dev.fermata.cli;

import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;

/** The project of many tests: two services, of which one waits for the other. */
final class Shop {
  static final String FILE =
      """
      name: shop
      services:
        db:
          image: busybox
        web:
          image: busybox
          depends_on: [db]
      """;

  private Shop() {}

  static FakeEngine engine() {
    return new FakeEngine().withImages("busybox");
  }

  /** The program in a folder with the file. */
  static InProcess in(Path folder, FakeEngine engine) {
    return new InProcess(folder, engine).file("compose.yaml", FILE);
  }
}
