package org.tssj.attest.ima.policy;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.tssj.attest.ima.xattr.ImaKeyring;
import org.tssj.attest.json.JsonValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * What a measurement list may hold.
 *
 * @param files the contents that files may have; empty if that is not judged
 * @param excluded paths that are not judged: patterns that match from the path's beginning on
 * @param violations what to think of a file that was written to while it was read
 * @param keys whose signatures make a file good whatever its digest is
 * @param keyrings digests of the certificates that may be loaded, by keyring; a keyring that is not
 *     among them is not judged. What is allowed for {@code .ima} signs files from then on, for
 *     {@code .evm} their attributes
 * @param buffers digests of other things that are measured, by name: {@code kexec-cmdline}; a name
 *     that is not among them is not judged
 */
public record ImaPolicy(
    Optional<AllowList> files,
    List<Pattern> excluded,
    Violations violations,
    ImaKeyring keys,
    Map<String, Set<Bytes>> keyrings,
    Map<String, Set<Bytes>> buffers) {

  /** Judges nothing but whether entries are consistent; violations are worth a warning. */
  public static final ImaPolicy NONE =
      new ImaPolicy(
          Optional.empty(), List.of(), Violations.WARN, ImaKeyring.EMPTY, Map.of(), Map.of());

  public ImaPolicy {
    excluded = List.copyOf(excluded);
    keyrings = Collections.unmodifiableMap(new LinkedHashMap<>(keyrings));
    buffers = Collections.unmodifiableMap(new LinkedHashMap<>(buffers));
  }

  /**
   * What to think of a violation: nobody knows what was read, and logs of busy machines have them.
   */
  public enum Violations {
    /** Nothing. */
    IGNORE,
    /** It is told. */
    WARN,
    /** It is wrong. */
    FAIL
  }

  /** With these files, beside those that are there already. */
  public ImaPolicy allowing(AllowList more) {
    return new ImaPolicy(
        Optional.of(files.map(list -> list.with(more)).orElse(more)),
        excluded,
        violations,
        keys,
        keyrings,
        buffers);
  }

  /** With everything that another policy allows or leaves out; violations stay as they are here. */
  public ImaPolicy with(ImaPolicy more) {
    Map<String, Set<Bytes>> allKeyrings = new LinkedHashMap<>(keyrings);
    allKeyrings.putAll(more.keyrings);
    Map<String, Set<Bytes>> allBuffers = new LinkedHashMap<>(buffers);
    allBuffers.putAll(more.buffers);
    Map<Long, PublicKey> allKeys = new LinkedHashMap<>(keys.keys());
    allKeys.putAll(more.keys.keys());
    ImaPolicy both =
        new ImaPolicy(
            files, excluded, violations, new ImaKeyring(allKeys), allKeyrings, allBuffers);
    return more.files.map(both::allowing).orElse(both).excluding(more.excluded);
  }

  /** With paths that are not judged. */
  public ImaPolicy excluding(List<Pattern> more) {
    List<Pattern> all = new ArrayList<>(excluded);
    all.addAll(more);
    return new ImaPolicy(files, all, violations, keys, keyrings, buffers);
  }

  /** With this opinion of violations. */
  public ImaPolicy on(Violations opinion) {
    return new ImaPolicy(files, excluded, opinion, keys, keyrings, buffers);
  }

  /** With these keys instead. */
  public ImaPolicy signedBy(ImaKeyring keyring) {
    return new ImaPolicy(files, excluded, violations, keyring, keyrings, buffers);
  }

  /** Whether the path is not judged. */
  public boolean excludes(String path) {
    return excluded.stream().anyMatch(pattern -> pattern.matcher(path).lookingAt());
  }

  /**
   * Reads a policy in JSON, as keylime has it: {@code digests} (or {@code hashes}, as it was called
   * before), {@code excludes}, {@code keyrings}, {@code ima-buf}.
   *
   * @throws WireException if it is none; of what is in it and not known here nothing is said
   */
  public static ImaPolicy readJson(Bytes content) {
    JsonValue.Members policy = JsonValue.read(content).object();
    Optional<JsonValue> digests = policy.find("digests").or(() -> policy.find("hashes"));
    List<Pattern> excluded = new ArrayList<>();
    if (policy.find("excludes").isPresent()) {
      policy.get("excludes").elements().forEach(each -> pattern(each, excluded));
    }
    return new ImaPolicy(
        digests.map(AllowList::of),
        excluded,
        Violations.WARN,
        ImaKeyring.EMPTY,
        byName(policy, "keyrings"),
        byName(policy, "ima-buf"));
  }

  /**
   * Reads a policy in JSON, or an allow list in text.
   *
   * @throws WireException if it is neither
   */
  public static ImaPolicy read(Bytes content) {
    int at = 0;
    while (at < content.length() && Character.isWhitespace(content.get(at))) {
      at++;
    }
    return at < content.length() && content.get(at) == '{'
        ? readJson(content)
        : NONE.allowing(AllowList.readText(content));
  }

  private static Map<String, Set<Bytes>> byName(JsonValue.Members policy, String name) {
    return policy.find(name).map(object -> AllowList.of(object).digests()).orElse(Map.of());
  }

  // Lists with empty lines in them exist; an empty pattern would leave out every path.
  private static void pattern(JsonValue text, List<Pattern> patterns) {
    if (!text.string().isBlank()) {
      try {
        patterns.add(Pattern.compile(text.string()));
      } catch (PatternSyntaxException e) {
        throw text.refused("must be a pattern");
      }
    }
  }
}
