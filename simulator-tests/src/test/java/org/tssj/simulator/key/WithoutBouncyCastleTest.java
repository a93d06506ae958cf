package org.tssj.simulator.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same class path without Bouncy Castle: what needs it says so by its type and its words, and
 * the rest works.
 */
class WithoutBouncyCastleTest {

  /** What is called through reflection in the loader without Bouncy Castle. */
  public static final class Calls {

    private Calls() {}

    /** Needs ML-KEM. */
    public static void encapsulate() {
      org.tssj.tpm20.crypto.KeyEncapsulation.encapsulate(
          new org.tssj.tpm20.structure.object.Public(
              org.tssj.tpm20.structure.algorithm.AlgorithmId.SHA256,
              org.tssj.tpm20.structure.object.ObjectAttributes.DECRYPT,
              org.tssj.core.Bytes.EMPTY,
              new org.tssj.tpm20.structure.object.MlkemParms(
                  org.tssj.tpm20.structure.algorithm.SymDef.NULL,
                  org.tssj.tpm20.structure.algorithm.MlkemParameterSet.MLKEM_512),
              new org.tssj.tpm20.structure.object.PublicId.Mlkem(org.tssj.core.Bytes.zeros(800))));
    }

    /** Needs ASN.1. */
    public static void readKeyFile() {
      org.tssj.tpm20.file.TssPrivateKey.ofDer(org.tssj.core.Bytes.hex("3000"));
    }

    /** Needs ASN.1 too. */
    public static void readPrivateKey() {
      org.tssj.tpm20.file.KeyPem.readPair(
          new org.tssj.tpm20.file.Pem("PRIVATE KEY", org.tssj.core.Bytes.hex("3000")).toText());
    }

    /** Needs a point of a curve, a cipher and hashes, which the JDK has. */
    public static void makeCredential() throws java.security.GeneralSecurityException {
      java.security.KeyPairGenerator generator = java.security.KeyPairGenerator.getInstance("EC");
      generator.initialize(new java.security.spec.ECGenParameterSpec("secp256r1"));
      org.tssj.tpm20.structure.object.Public plain =
          org.tssj.tpm20.structure.object.PublicKeys.toTpm(
              generator.generateKeyPair().getPublic(),
              org.tssj.tpm20.structure.algorithm.AlgorithmId.SHA256,
              org.tssj.tpm20.structure.object.ObjectAttributes.DECRYPT);
      org.tssj.tpm20.protection.Credentials.make(
          new org.tssj.tpm20.structure.object.Public(
              plain.nameAlg(),
              plain.objectAttributes(),
              plain.authPolicy(),
              org.tssj.tpm20.template.Templates.storageRootKeyEcc().parameters(),
              plain.unique()),
          plain.name(),
          org.tssj.core.AuthValue.utf8("a credential"));
    }
  }

  private URLClassLoader loader;

  @BeforeEach
  void hideBouncyCastle() {
    URL[] others =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("bc"))
            .map(WithoutBouncyCastleTest::url)
            .toArray(URL[]::new);
    loader = new URLClassLoader(others, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(String entry) {
    try {
      return new File(entry).toURI().toURL();
    } catch (MalformedURLException e) {
      throw new AssertionError(entry, e);
    }
  }

  @AfterEach
  void close() throws IOException {
    loader.close();
  }

  private void call(String name) throws ReflectiveOperationException {
    Method method = loader.loadClass(Calls.class.getName()).getMethod(name);
    method.invoke(null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"encapsulate", "readKeyFile", "readPrivateKey"})
  void whatNeedsItSaysSo(String name) {
    Throwable cause =
        assertThrows(InvocationTargetException.class, () -> call(name)).getTargetException();
    assertEquals("org.tssj.tpm20.MissingBouncyCastleException", cause.getClass().getName());
    assertTrue(
        cause.getMessage().contains("needs Bouncy Castle: put bcprov-jdk18on 1.81 or later"),
        cause::getMessage);
  }

  @Test
  void theRestWorks() throws ReflectiveOperationException {
    call("makeCredential");
  }
}
