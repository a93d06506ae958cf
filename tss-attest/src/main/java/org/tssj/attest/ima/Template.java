package org.tssj.attest.ima;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which fields an entry has: one of the kernel's templates, or a list of fields that somebody gave
 * as {@code ima_template_fmt=}, whose name is the list itself.
 *
 * @param name as it stands in the list
 * @param fields the fields' names in order
 */
public record Template(String name, List<String> fields) {

  /** The first template, of 2009: a digest of 20 octets and a path, in a form of its own. */
  public static final String LEGACY = "ima";

  private static final Map<String, Template> KERNELS =
      Stream.of(
              new Template(LEGACY, List.of("d", "n")),
              new Template("ima-ng", List.of("d-ng", "n-ng")),
              new Template("ima-ngv2", List.of("d-ngv2", "n-ng")),
              new Template("ima-sig", List.of("d-ng", "n-ng", "sig")),
              new Template("ima-sigv2", List.of("d-ngv2", "n-ng", "sig")),
              new Template("ima-buf", List.of("d-ng", "n-ng", "buf")),
              new Template("ima-modsig", List.of("d-ng", "n-ng", "sig", "d-modsig", "modsig")),
              new Template(
                  "evm-sig",
                  List.of(
                      "d-ng",
                      "n-ng",
                      "evmsig",
                      "xattrnames",
                      "xattrlengths",
                      "xattrvalues",
                      "iuid",
                      "igid",
                      "imode")))
          .collect(Collectors.toUnmodifiableMap(Template::name, template -> template));

  /** Every field that the kernel knows. */
  private static final List<String> FIELDS =
      List.of(
          "d",
          "n",
          "d-ng",
          "d-ngv2",
          "n-ng",
          "sig",
          "buf",
          "d-modsig",
          "modsig",
          "evmsig",
          "xattrnames",
          "xattrlengths",
          "xattrvalues",
          "iuid",
          "igid",
          "imode");

  public Template {
    fields = List.copyOf(fields);
  }

  /** The template with this name, if it is one of the kernel's or a list of known fields. */
  public static Optional<Template> named(String name) {
    Template kernels = KERNELS.get(name);
    if (kernels != null) {
      return Optional.of(kernels);
    }
    List<String> custom = List.of(name.split("\\|", -1));
    return FIELDS.containsAll(custom) ? Optional.of(new Template(name, custom)) : Optional.empty();
  }

  /** Whether its entries have the form of 2009, without lengths before the fields. */
  public boolean isLegacy() {
    return name.equals(LEGACY);
  }
}
