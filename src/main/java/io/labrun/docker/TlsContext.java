package io.labrun.docker;

import com.github.dockerjava.core.util.CertificateUtils;
import io.labrun.run.engine.NoEngineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Makes the context of secured connections from PEM files.
 *
 * <p>Instead of docker-java's {@code LocalDirectorySSLConfig}, which goes on in plain HTTP when a
 * file is missing, and stays with TLS 1.2.
 */
final class TlsContext {
  private static final char[] PASSWORD = {};

  private TlsContext() {}

  /**
   * Reads the files.
   *
   * @throws NoEngineException if one is missing or is not what it should be
   */
  static SSLContext of(EngineAddress address) {
    EngineAddress.Tls tls = address.tls().orElseThrow();
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      if (tls.folder().isEmpty()) {
        context.init(null, null, null);
        return context;
      }
      Path folder = tls.folder().get();
      requireFiles(folder, address.from(), tls.verify());
      context.init(keys(folder), trust(folder, tls.verify()), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new NoEngineException(
          address.from() + " asks for TLS, and the PEM files are unusable: " + e.getMessage());
    }
  }

  private static void requireFiles(Path folder, String from, boolean verify) {
    Stream<String> needed = Stream.of("cert.pem", "key.pem");
    List<String> missing =
        (verify ? Stream.concat(Stream.of("ca.pem"), needed) : needed)
            .filter(name -> !Files.isReadable(folder.resolve(name)))
            .toList();
    if (!missing.isEmpty()) {
      String files = String.join(", ", missing) + (missing.size() == 1 ? " is" : " are");
      throw new NoEngineException(
          from
              + (" asks for TLS, and " + files + " missing in " + folder)
              + "; set DOCKER_CERT_PATH to the folder with ca.pem, cert.pem and key.pem");
    }
  }

  private static KeyManager[] keys(Path folder) throws GeneralSecurityException, IOException {
    PrivateKey key = CertificateUtils.loadPrivateKey(Files.readString(folder.resolve("key.pem")));
    if (key == null) {
      throw new GeneralSecurityException(folder.resolve("key.pem") + " holds no private key");
    }
    KeyStore store = emptyStore();
    Certificate[] chain = certificates(folder.resolve("cert.pem")).toArray(Certificate[]::new);
    store.setKeyEntry("docker", key, PASSWORD, chain);
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, PASSWORD);
    return factory.getKeyManagers();
  }

  private static TrustManager[] trust(Path folder, boolean verify)
      throws GeneralSecurityException, IOException {
    if (!verify) {
      return new TrustManager[] {new TrustAnyone()};
    }
    KeyStore store = emptyStore();
    List<? extends Certificate> authorities = certificates(folder.resolve("ca.pem"));
    for (int i = 0; i < authorities.size(); i++) {
      store.setCertificateEntry("ca" + i, authorities.get(i));
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD);
    return store;
  }

  private static List<? extends Certificate> certificates(Path file)
      throws GeneralSecurityException, IOException {
    byte[] pem = Files.readAllBytes(file);
    return List.copyOf(
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(pem)));
  }
}
