package dev.fermata.sources.registry;

import dev.fermata.model.load.remote.OciReference;
import dev.fermata.sources.cache.UnreachableProject;
import dev.fermata.sources.registry.RegistryAccess.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Publishes projects in registries, as Docker Compose does, for either to read. */
public final class Publisher {
  private final Registries registries;

  /** {@code insecure} registries are spoken to without encryption. */
  public Publisher(
      Map<String, String> environment, List<String> insecure, Logins logins, Patience patience) {
    this.registries = new Registries(environment, insecure, logins, patience);
  }

  /**
   * What a project is published as: its files, by which version of Docker Compose's labels, when,
   * and, if somebody cares, in which form.
   */
  public record Edition(
      List<PublishedFile> files, String version, String created, Optional<OciVersion> form) {
    public Edition {
      files = List.copyOf(files);
    }
  }

  /** A project that is in a registry by now. */
  public record Published(String digest, long size, OciVersion form) {}

  /** Where nobody cares for the form, a registry that refuses the newer one gets the older. */
  public Published publish(OciReference place, Edition edition) throws UnreachableProject {
    Registry registry = registries.of(place, Right.WRITE);
    var upload = new Upload(registry);
    upload.blob(WrittenManifest.NOTHING);
    for (PublishedFile file : edition.files()) {
      upload.blob(file.content());
    }
    OciVersion wanted = edition.form().orElse(OciVersion.V1_1);
    int status = put(upload, place, edition, wanted);
    if (edition.form().isEmpty() && isUnknownThere(status)) {
      wanted = OciVersion.V1_0;
      status = put(upload, place, edition, wanted);
    }
    if (status != 201) {
      throw registry.refused(status);
    }
    byte[] manifest = manifest(edition, wanted);
    return new Published(Digests.of(manifest), manifest.length, wanted);
  }

  private static int put(Upload upload, OciReference place, Edition edition, OciVersion form)
      throws UnreachableProject {
    return upload.offer(MediaTypes.MANIFEST, manifest(edition, form), place.tag().orElse("latest"));
  }

  private static byte[] manifest(Edition edition, OciVersion form) {
    return WrittenManifest.project(edition.files(), form, edition.created());
  }

  private static boolean isUnknownThere(int status) {
    return status / 100 == 4 && status != 401 && status != 403 && status != 407;
  }

  /**
   * Copies images beside a published project, and an index of them that is about it; the index's
   * digest, which is its only name.
   */
  public String application(
      OciReference place, Published project, List<OciReference> images, String version)
      throws UnreachableProject {
    var upload = new Upload(registries.of(place, Right.WRITE));
    var copied = new ArrayList<Descriptor>();
    for (OciReference image : images) {
      copied.add(copy(image, place, upload));
    }
    var notes = new TreeMap<String, String>();
    notes.put(MediaTypes.VERSION, version);
    Descriptor subject =
        Descriptor.of(MediaTypes.MANIFEST, project.digest(), project.size())
            .noting(notes)
            .ofType(project.form() == OciVersion.V1_1 ? MediaTypes.PROJECT : "");
    byte[] index = WrittenManifest.application(copied, subject, version);
    String digest = Digests.of(index);
    upload.manifest(MediaTypes.INDEX, index, digest);
    return digest;
  }

  private Descriptor copy(OciReference image, OciReference place, Upload upload)
      throws UnreachableProject {
    Registry source = registries.of(image, Right.READ);
    boolean neighbour = image.registry().equals(place.registry());
    var copy = new ImageCopy(source, neighbour ? image.repository() : "", upload);
    return copy.of(image.digest().orElseThrow());
  }
}
