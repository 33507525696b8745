package dev.fermata.runner.docker.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.buildkit.Serving.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedKeyTest {
  @TempDir Path folder;

  private static String key(String name, Path path) {
    return SharedKey.of(Map.of(name, new Folder.OnDisk(path)));
  }

  @Test
  void a_folder_has_the_same_key_every_time_whichever_way_leads_to_it() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
    assertThat(key("context", folder)).isEqualTo(key("context", folder));
    assertThat(key("context", link)).isEqualTo(key("context", folder));
  }

  @Test
  void two_folders_have_two_keys() throws IOException {
    Path one = Files.createDirectories(folder.resolve("one/app"));
    Path other = Files.createDirectories(folder.resolve("other/app"));
    assertThat(key("context", one)).isNotEqualTo(key("context", other));
    assertThat(key("named", one)).isNotEqualTo(key("context", one));
  }

  @Test
  void a_folder_that_took_the_place_of_another_has_a_key_of_its_own() throws IOException {
    Path app = Files.createDirectories(folder.resolve("app"));
    String before = key("context", app);
    Files.move(app, folder.resolve("old"));
    Files.createDirectories(app);
    assertThat(key("context", app)).isNotEqualTo(before);
  }
}
