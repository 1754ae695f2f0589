// Runs only in browsers without modules: say so at once instead of after some seconds.
(function () {
  var stuck = document.getElementById('stuck');
  if (stuck) stuck.className = '';
})();
