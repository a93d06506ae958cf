package org.tssj.cli.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.policy.Facts;
import org.tssj.cli.policy.PolicyFile;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.file.EsysObject;
import org.tssj.tpm20.file.ObjectFiles;
import org.tssj.tpm20.file.ToolsContext;
import org.tssj.tpm20.file.TssPrivateKey;
import org.tssj.tpm20.key.StoredObject;
import org.tssj.tpm20.policy.Policy;

/** What a file of a TPM 2.0's key holds, told by its content. */
public sealed interface KeyFile20 {

  /** The policy that the file has with it, if any. */
  default Optional<Policy> policy() {
    return Optional.empty();
  }

  /**
   * TSS2 PRIVATE KEY.
   *
   * @param key what is in the PEM
   * @param policy the policy that stands before the PEM, else the one inside
   */
  record Pem(TssPrivateKey key, Optional<Policy> policy) implements KeyFile20 {}

  /**
   * TPM2B_PUBLIC and TPM2B_PRIVATE.
   *
   * @param object the two
   * @param policy the policy in the third file, if it is there
   */
  record Pair(StoredObject object, Optional<Policy> policy) implements KeyFile20 {}

  /**
   * A context file of tpm2-tools.
   *
   * @param context what is in it
   */
  record Saved(ToolsContext context) implements KeyFile20 {}

  /**
   * A persistent handle as ESAPI serialises it.
   *
   * @param object what is in it
   */
  record Serialised(EsysObject object) implements KeyFile20 {}

  /** The magic number of a context file. */
  Bytes CONTEXT = Bytes.hex("badcc0de");

  /**
   * Reads a key by its file's name, or by how the names of a pair begin.
   *
   * @throws UsageException if there is no such file
   * @throws WireException if it holds no key of a TPM 2.0
   */
  static KeyFile20 read(String name, Environment machine) throws IOException {
    Optional<String> pair = prefixOfPair(name);
    if (pair.isPresent()) {
      return readPair(pair.get(), machine);
    }
    Bytes content = new InputFile(name).read(machine);
    String text = new String(content.toArray(), StandardCharsets.ISO_8859_1);
    try {
      if (text.contains("-----BEGIN ")) {
        return ofPem(text);
      }
      if (content.length() > CONTEXT.length()
          && content.slice(0, CONTEXT.length()).equals(CONTEXT)) {
        return new Saved(ToolsContext.read(content));
      }
      return new Serialised(EsysObject.read(content));
    } catch (WireException e) {
      throw text.contains("-----BEGIN ") || content.toHex().startsWith(CONTEXT.toHex())
          ? e.within(name)
          : none(name);
    }
  }

  private static WireException none(String name) {
    return WireException.refused(
            "must be a key of a TPM 2.0: TSS2 PRIVATE KEY, a pair .pub and .priv, a context of"
                + " tpm2-tools, or a serialised handle",
            0,
            "something else")
        .within(name);
  }

  private static Optional<String> prefixOfPair(String name) {
    if (name.equals("-")) {
      return Optional.empty();
    }
    String prefix = name.replaceFirst("\\.(pub|priv)$", "");
    boolean named = !prefix.equals(name) || !Files.exists(Path.of(name));
    boolean both =
        Files.exists(Path.of(prefix + ".pub")) && Files.exists(Path.of(prefix + ".priv"));
    return named && both ? Optional.of(prefix) : Optional.empty();
  }

  private static KeyFile20 readPair(String prefix, Environment machine) throws IOException {
    Bytes publicPart = new InputFile(prefix + ".pub").read(machine);
    Bytes privatePart = new InputFile(prefix + ".priv").read(machine);
    StoredObject object;
    try {
      object =
          new StoredObject(
              ObjectFiles.readPublic(publicPart), ObjectFiles.readPrivate(privatePart));
    } catch (WireException e) {
      throw e.within(prefix + ".pub, .priv");
    }
    Optional<Policy> policy =
        Files.exists(Path.of(prefix + ".policy"))
            ? Optional.of(
                PolicyFile.read(new InputFile(prefix + ".policy").read(machine), Facts.NONE))
            : Optional.empty();
    return new Pair(object, policy);
  }

  /**
   * A TSS2 PRIVATE KEY with its policy.
   *
   * @throws WireException if it is none
   */
  static Pem ofPem(String text) throws IOException {
    TssPrivateKey key = TssPrivateKey.parse(text);
    String before = text.substring(0, text.indexOf("-----BEGIN ")).strip();
    if (before.startsWith("{")) {
      return new Pem(key, Optional.of(PolicyFile.read(Bytes.utf8(before), Facts.NONE)));
    }
    try {
      Policy inside = key.toPolicy();
      return new Pem(key, inside.equals(Policy.EMPTY) ? Optional.empty() : Optional.of(inside));
    } catch (UnsupportedOperationException e) {
      return new Pem(key, Optional.empty()); // with --policy it can be used all the same
    }
  }
}
