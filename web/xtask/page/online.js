// A build for writing the app keeps nothing offline: it would show yesterday's app.
gongsai.offline = "none";
gongsai.update = () => location.reload();
navigator.serviceWorker?.getRegistrations().then((all) => all.forEach((one) => one.update()));
