import dev.fermata.cli.Manual;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the manual pages and the scripts for shells below the folder that is its argument. */
final class WriteManual {
  private WriteManual() {}

  public static void main(String[] args) throws IOException {
    for (var file : Manual.files().entrySet()) {
      Path path = Path.of(args[0]).resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
